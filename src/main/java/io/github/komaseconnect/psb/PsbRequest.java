package io.github.komaseconnect.psb;

import io.github.komaseconnect.rest.RequestBody;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the PSB or its identity server.
 *
 * @param headers those with secrets are {@link SecretHeader}
 * @param answer the file that takes the answer as it came; overwritten
 */
record PsbRequest(
        String method,
        URI address,
        Map<String, SecretHeader> secrets,
        Map<String, String> headers,
        Optional<RequestBody> body,
        Path answer) {
    PsbRequest {
        secrets = Map.copyOf(secrets);
        headers = Map.copyOf(headers);
    }
}
