/**
 * What {@code check} finds out before a go-live: nothing is sent, no document is fetched and no status is set. Each check
 * gives {@link io.github.komaseconnect.readiness.Finding findings}; {@link io.github.komaseconnect.readiness.Readiness}
 * carries them out one by one, each within its time.
 */
package io.github.komaseconnect.readiness;
