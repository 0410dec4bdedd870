package io.github.komaseconnect.delivery;

import io.github.komaseconnect.reason.Reason;
import java.util.Optional;

/**
 * An attempt that is recorded and waited for its turn.
 *
 * @param rest why nothing is to go out after all
 */
public record Turn(OpenAttempt open, Optional<Reason> rest) {}
