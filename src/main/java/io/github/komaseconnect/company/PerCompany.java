package io.github.komaseconnect.company;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Something that each company has one of, such as its connection with eConnect: made when it is first needed, made anew
 * when the settings of the company have changed, dropped when it goes. Safe for use by several threads.
 *
 * @param <T> what each has
 */
public final class PerCompany<T> {
    private final Function<Company, T> maker;
    private final Map<String, Made<T>> made = new ConcurrentHashMap<>();

    private record Made<T>(Company company, T thing) {}

    /** Made by {@code maker}, which must be quick: others who ask for the same company wait for it. */
    public PerCompany(Function<Company, T> maker) {
        this.maker = maker;
    }

    /** That of this company, with these very settings. */
    public T of(Company company) {
        return made.compute(
                        company.key(),
                        (key, before) -> before != null && before.company().equals(company)
                                ? before
                                : new Made<>(company, maker.apply(company)))
                .thing();
    }

    /** Drops that of a company that has gone. */
    public void forget(String companyKey) {
        made.remove(companyKey);
    }
}
