package org.dramatis.cli;

import picocli.CommandLine.Command;

/** {@code dramatis lab}: training for real. */
@Command(
        name = "lab",
        header = "Train for real, in a world whose truth is known.",
        subcommands = {
            LabWorld.class,
            LabData.class,
            LabPretrain.class,
            LabMidtrain.class,
            LabPosttrain.class,
            LabExam.class,
            LabExperiment.class,
            LabRows.class,
            LabScreening.class
        })
final class Lab extends CommandGroup {}
