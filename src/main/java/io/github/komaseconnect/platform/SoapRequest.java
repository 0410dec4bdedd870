package io.github.komaseconnect.platform;

import io.github.komaseconnect.configuration.Secret;
import java.nio.file.Path;

/**
 * One request to the platform.
 *
 * @param operation decides the SOAPAction
 * @param message what is posted
 * @param subscriptionKey goes along in the query of the URL; an empty secret when there is none
 * @param answer the file that takes the answer as it came; overwritten
 */
public record SoapRequest(Operation operation, SoapMessage message, Secret subscriptionKey, Path answer) {}
