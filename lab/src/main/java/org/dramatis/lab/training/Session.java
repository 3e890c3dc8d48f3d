package org.dramatis.lab.training;

import java.nio.file.Path;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.train.TrainingRun;

/** A run of training that can be asked on the way what the model has become. */
public interface Session extends TrainingRun {
    /** The model as it is now, until the session is closed. */
    TokenScorer scorer();

    /** Writes the model, in the layout that other tools read, into a folder. */
    void saveModel(Path folder, DataType type);
}
