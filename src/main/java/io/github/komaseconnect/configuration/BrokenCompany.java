package io.github.komaseconnect.configuration;

import java.util.List;

/**
 * A company that cannot run because its settings are wrong; the others do run.
 *
 * @param key the key as typed, which may itself be what is wrong
 * @param problems all problems of the block, of which at least one is an error
 */
public record BrokenCompany(String key, List<Problem> problems) {
    public BrokenCompany {
        problems = List.copyOf(problems);
    }
}
