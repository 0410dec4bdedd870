package io.github.komaseconnect.simulator;

/** Carries one call of the PSB out. */
@FunctionalInterface
interface PsbCall {
    HttpAnswer answer(PsbRequest request) throws PsbRefusal;
}
