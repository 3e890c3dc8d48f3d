package org.dramatis.checkpoint.architecture;

/** Reads the configurations of one model_type; what a file leaves out is filled in already. */
interface Family {
    Architecture read(Fields config, TensorNames tensors);
}
