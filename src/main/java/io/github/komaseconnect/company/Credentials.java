package io.github.komaseconnect.company;

import io.github.komaseconnect.configuration.Secret;

/**
 * The connection keys of a company and the subscription key; read anew for every log-in, so that new keys need no
 * restart.
 *
 * @param connectionKey App Key (eConnect: ConsumerKey)
 * @param connectionSecret Secret (eConnect: ConsumerSecret)
 * @param subscriptionKey empty when the installation has none
 */
public record Credentials(Secret connectionKey, Secret connectionSecret, Secret subscriptionKey) {}
