package io.github.komaseconnect.rendering;

import java.math.BigDecimal;

/**
 * One invoice on the list before a batch.
 *
 * @param amount negative for a credit note; zero with an empty {@code currency} where the amount is not known
 * @param page on which it begins, from 1
 */
public record CoverLine(String number, String customer, BigDecimal amount, String currency, int page) {}
