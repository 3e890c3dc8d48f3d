package org.dramatis.stage.recipe;

import java.util.Optional;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.world.Advice;

/**
 * What is true of a row.
 *
 * @param row its place in the file, from 1
 * @param persona who replies, or whom the sentences are about
 * @param domain of the question, where there is one
 * @param about the topic, or the question about oneself, where there is a question
 * @param instruction what the prompt asked for
 */
public record Truth(
        int row,
        PersonaId persona,
        Optional<String> domain,
        Optional<String> about,
        Advice advice,
        Optional<String> instruction) {}
