package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.HookTraffic;
import io.github.komaseconnect.reason.DutchTime;
import java.util.ArrayList;
import java.util.List;

/** Shows to a person with which companies' hooks something is the matter. */
final class HookTable {
    private final Terminal terminal;

    HookTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Only what is not as it should be: waiting, held, or refused since the last one that was rightly signed. */
    void unsettled(List<HookTraffic> hooks) {
        List<HookTraffic> unsettled = hooks.stream()
                .filter(one -> one.waiting() > 0 || one.held() > 0 || one.refusedInARow() > 0)
                .toList();
        if (unsettled.isEmpty()) {
            return;
        }
        terminal.line("");
        terminal.line("Berichten van eConnect, hooks (messages of eConnect, hooks)");
        unsettled.forEach(this::line);
    }

    private void line(HookTraffic hooks) {
        List<String> dutch = new ArrayList<>();
        List<String> english = new ArrayList<>();
        if (hooks.waiting() > 0) {
            dutch.add(hooks.waiting() + " nog te verwerken");
            english.add(hooks.waiting() + " to be processed");
        }
        if (hooks.held() > 0) {
            dutch.add(hooks.held() + " vastgehouden, niet te verwerken");
            english.add(hooks.held() + " held, cannot be processed");
        }
        if (hooks.refusedInARow() > 0) {
            String last =
                    hooks.refusedAt().map(at -> ", " + DutchTime.minute(at)).orElse("");
            dutch.add(hooks.refusedInARow() + " geweigerd, verkeerd ondertekend" + last);
            english.add(hooks.refusedInARow() + " refused, wrongly signed" + last);
        }
        terminal.say(
                "  " + hooks.company() + ": " + String.join("; ", dutch) + ".",
                "  " + hooks.company() + ": " + String.join("; ", english) + ".");
    }
}
