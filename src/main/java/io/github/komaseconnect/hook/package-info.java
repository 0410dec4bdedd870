/**
 * What eConnect's PSB tells by itself: hooks, by HTTP or by mail. They are taken in durably at the door and processed from
 * the ledger; how they come in is another package's concern.
 */
package io.github.komaseconnect.hook;
