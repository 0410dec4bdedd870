package io.github.komaseconnect.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every seed of every fuzz target, and some hundreds of damaged copies; {@link FuzzingTest} looks for more. */
class FuzzSeedsTest {
    private static final int COPIES = 40;

    @ParameterizedTest
    @EnumSource
    void holds(FuzzTarget target) throws Exception {
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).hasSizeGreaterThan(3);
        int inputs = 1;
        target.run(new byte[0]);
        SplittableRandom random = new SplittableRandom(20261122);
        for (byte[] seed : seeds) {
            target.run(seed);
            for (int copy = 0; copy < COPIES; copy++) {
                target.run(damaged(seed, random));
            }
            inputs += 1 + COPIES;
        }
        System.out.println(
                "COUNT fuzz-seeds target=" + target + " seeds=" + seeds.size() + " inputs=" + inputs + " unexpected=0");
    }

    private static byte[] damaged(byte[] seed, SplittableRandom random) {
        if (seed.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(seed.length) + 1 : seed.length;
        byte[] copy = Arrays.copyOf(seed, length);
        for (int change = random.nextInt(4); change >= 0; change--) {
            copy[random.nextInt(length)] =
                    random.nextBoolean() ? (byte) random.nextInt() : seed[random.nextInt(seed.length)];
        }
        return copy;
    }
}
