/**
 * "Sent" is not "delivered": what becomes of an invoice after eConnect took it, up to the buyer's answer, and who is told
 * of it.
 */
package io.github.komaseconnect.following;
