package io.github.komaseconnect.runtime;

import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.folder.Lanes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is looked after now and then, one duty after the other. One that fails, or that a file system keeps waiting, keeps no
 * other from its turn.
 */
public final class Housekeeping {
    private final List<Duty> duties;
    private final Lanes lanes;
    private final Unexpected unexpected;

    /**
     * Something to be looked after.
     *
     * @param name for the log and for alarms
     * @param work gets the lane for what may take long
     */
    public record Duty(String name, Consumer<Lane> work) {
        /** One that works for no company in particular; the whole of it goes by the lane. */
        static Duty of(String name, Runnable work) {
            return new Duty(name, lane -> lane.run("", work));
        }
    }

    /** Looks after these, by {@code lanes}; what fails is told by {@code unexpected}. */
    public Housekeeping(List<Duty> duties, Lanes lanes, Unexpected unexpected) {
        this.duties = List.copyOf(duties);
        this.lanes = lanes;
        this.unexpected = unexpected;
    }

    /** One round. */
    public void goRound() {
        duties.forEach(this::see);
    }

    private void see(Duty duty) {
        try {
            duty.work().accept(new LaneOf(duty));
        } catch (RuntimeException e) {
            unexpected.tell(duty.name(), e);
        }
    }

    /** The lanes by the names that they have for a duty. */
    private final class LaneOf implements Lane {
        private final Duty duty;

        LaneOf(Duty duty) {
            this.duty = duty;
        }

        @Override
        public void run(String company, Runnable work) {
            lanes.run(laneName(duty, company), work);
        }

        @Override
        public void runAll(Map<String, Runnable> works) {
            Map<String, Runnable> named = new LinkedHashMap<>();
            works.forEach((company, work) -> named.put(laneName(duty, company), work));
            lanes.runAll(named);
        }
    }

    private static String laneName(Duty duty, String company) {
        return company.isEmpty() ? duty.name() : duty.name() + " " + company;
    }
}
