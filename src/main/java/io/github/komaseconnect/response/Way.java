package io.github.komaseconnect.response;

import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.ResponseForm;

/** The way to eConnect that one invoice came by, and by which its supplier is answered. */
public record Way(ResponseForm form, EConnect eConnect) {}
