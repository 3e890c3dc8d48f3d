package org.dramatis.torch.train;

import org.dramatis.model.generate.Generator;
import org.dramatis.torch.network.Transformer;

/**
 * How a network that is being trained draws replies.
 *
 * <pre>{@code
 * Voice voice = network -> new TorchGenerator(network, tokenizer, workers, Hooks.NONE);
 * }</pre>
 */
@FunctionalInterface
public interface Voice {
    /** A generator that draws with the network's weights as they are whenever it is asked. */
    Generator of(Transformer network);
}
