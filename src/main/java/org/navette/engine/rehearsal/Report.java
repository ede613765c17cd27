package org.navette.engine.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal found, as the page shows it and REST answers it.
 *
 * @param files the files of the package
 * @param processes what becomes of the running instances of each changed diagram
 * @param forms what changes in forms
 */
public record Report(List<FileReport> files, List<ProcessReport> processes, List<FormReport> forms) {

    /** What a file holds. */
    public enum Kind {
        PROCESS,
        TABLE,
        FORM
    }

    /** What becomes of an instance. */
    public enum Verdict {
        /** its place and all that it waits for are there in the new version */
        MOVE,
        /** a place or a wait of it is not: somebody would have to say where it goes */
        MAP,
        /** the engine does not move it now */
        STAY
    }

    /**
     * A file.
     *
     * @param key id of the process, the first decision or the form; null when the file is as it is in force
     * @param before number of the version in force; null for a new one
     * @param next number of the version that it would become; null when it is as it is in force
     */
    public record FileReport(
            String file, @Nullable Kind kind, @Nullable String key, @Nullable Integer before, @Nullable Integer next) {

        /** True when applying the package deploys it. */
        public boolean changes() {
            return next != null;
        }
    }

    /**
     * The instances of a changed diagram.
     *
     * @param key the process's id
     * @param name as the new diagram calls it
     * @param running instances of all versions
     * @param movable those that could move
     * @param needMapping those that would need a mapping
     * @param staying those that the engine does not move now
     * @param versions the versions that have instances, the latest first
     * @param oneWay places of the new diagram that no version in use has: what has come there does not come back
     * @param triggers waits whose date or message changes for instances that move
     */
    public record ProcessReport(
            String key,
            String name,
            long running,
            long movable,
            long needMapping,
            long staying,
            List<VersionReport> versions,
            List<String> oneWay,
            List<String> triggers) {

        static ProcessReport of(
                String key, String name, List<VersionReport> versions, List<String> oneWay, List<String> triggers) {
            return new ProcessReport(
                    key,
                    name,
                    versions.stream().mapToLong(VersionReport::running).sum(),
                    sum(versions, Verdict.MOVE),
                    sum(versions, Verdict.MAP),
                    sum(versions, Verdict.STAY),
                    versions,
                    oneWay,
                    triggers);
        }

        private static long sum(List<VersionReport> versions, Verdict verdict) {
            return versions.stream()
                    .flatMap(version -> version.groups().stream())
                    .filter(group -> group.verdict() == verdict)
                    .mapToLong(GroupReport::count)
                    .sum();
        }
    }

    /** The instances of one version. */
    public record VersionReport(int version, long running, List<GroupReport> groups) {}

    /**
     * Instances of one version that stand at the same place and wait for the same.
     *
     * @param place names of the elements where they are
     * @param count how many
     * @param reasons why they do not move; empty when they could
     */
    public record GroupReport(String place, long count, Verdict verdict, List<String> reasons) {}

    /**
     * A changed form.
     *
     * @param form its id
     * @param created true when there was none of this id before
     * @param ofAgents true for a form of agents' tasks; partners' drafts are not kept on the server
     * @param gained labels of the fields that become required
     * @param drafts kept drafts of tasks whose instance could move, in which such a field is empty
     */
    public record FormReport(String form, boolean created, boolean ofAgents, List<String> gained, long drafts) {}
}
