package io.github.komaseconnect.response;

import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.ledger.Channel;
import java.util.Optional;

/**
 * The way to eConnect that one invoice came by, and by which its supplier is answered.
 *
 * @param channel what of the company rests when eConnect asks to be left alone; empty for a gateway that the company has
 *     left, whose wish is about this answer only
 */
public record Way(ResponseForm form, EConnect eConnect, Optional<Channel> channel) {}
