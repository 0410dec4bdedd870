package io.github.komaseconnect.watch;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.folder.Lanes;
import java.time.Duration;
import java.util.List;

/** Tells of looks at folders that do not end: a network drive that hangs. */
public final class HangingFolders implements Watch {
    private static final String CAUSE = "hangs";

    private final Lanes lanes;
    private final Duration limit;
    private final NodeCauses causes;
    private final AlarmBell alarms;

    /** @param limit how long a look may take */
    public HangingFolders(Lanes lanes, Duration limit, NodeCauses causes, AlarmBell alarms) {
        this.lanes = lanes;
        this.limit = limit;
        this.causes = causes;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "hanging-folders";
    }

    @Override
    public void look(Lane lane) {
        List<String> hanging = lanes.goingOnFor(limit);
        if (hanging.isEmpty()) {
            alarms.clear(causes.here(CAUSE));
        } else {
            alarms.raise(
                    causes.here(CAUSE),
                    "",
                    WatchReasons.hangs(),
                    hanging.stream().map(causes::touch).toList());
        }
    }
}
