package io.github.komaseconnect.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds of several contenders over the same invoices, of which one is the floor.
 *
 * @param table that gets the rows
 * @param floorName what the column with the ratio is called
 * @param floorSeconds the median of the floor
 */
public record Comparison(Table table, int invoices, String floorName, double floorSeconds) {
    /**
     * Adds the row of one contender, after the columns that tell the setting.
     *
     * @param cpuSecondsInAll that it used since the first of these rounds began, within rounds and between them
     */
    public void add(
            Map<String, Object> setting, String contender, List<Round> rounds, double cpuSecondsInAll, Usage usage) {
        Figures seconds = Round.seconds(rounds);
        Map<String, Object> row = new LinkedHashMap<>(setting);
        row.put("contender", contender);
        row.put("median s", seconds.median());
        row.put("least s", seconds.least());
        row.put("most s", seconds.most());
        row.put("invoices/s", invoices / seconds.median());
        row.put("of " + floorName, floorSeconds / seconds.median());
        row.put("cpu ms/invoice", each(rounds.stream().map(Round::cpuSeconds).toList()));
        row.put("cpu ms in all", cpuSecondsInAll * 1000 / invoices / rounds.size());
        row.put(
                "server cpu ms",
                each(rounds.stream().map(Round::serverCpuSeconds).toList()));
        row.put("resident MB", usage.residentKb() / 1024);
        table.add(row, Map.of("seconds", seconds.values()));
    }

    private double each(List<Double> cpuSeconds) {
        return new Figures(cpuSeconds).median() * 1000 / invoices;
    }
}
