/**
 * What would become of a sales invoice, and why ({@code explain}): read by the same parts that send it, without sending
 * anything and without changing the ledger or a folder.
 */
package io.github.komaseconnect.explanation;
