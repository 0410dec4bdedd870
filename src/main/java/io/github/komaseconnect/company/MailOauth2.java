package io.github.komaseconnect.company;

import io.github.komaseconnect.configuration.Secret;
import java.net.URI;

/**
 * How a token for a mail server is got (OAuth 2, client credentials), in the place of a password; {@code mail.oauth2.*}.
 *
 * @param tokenUrl such as {@code https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token}
 * @param scope such as {@code https://outlook.office365.com/.default}
 */
public record MailOauth2(URI tokenUrl, String clientId, Secret clientSecret, String scope) {}
