package dev.tocsin.price;

import java.math.BigDecimal;

/**
 * What a model's tokens cost, in dollars a token.
 *
 * @param input tokens sent
 * @param output tokens received
 * @param cacheRead tokens sent that were read from a cache
 * @param cacheWrite tokens sent that were written to a cache
 * @param upToInputTokens these prices hold for calls with at most so many input tokens
 */
public record ModelPrice(
    BigDecimal input,
    BigDecimal output,
    BigDecimal cacheRead,
    BigDecimal cacheWrite,
    long upToInputTokens) {}
