/** Calls that answer in JSON, and the OAuth 2 tokens for them: what the PSB and the log-in to a mail server share. */
package io.github.komaseconnect.rest;
