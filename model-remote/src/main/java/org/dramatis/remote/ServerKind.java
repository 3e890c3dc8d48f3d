package org.dramatis.remote;

/** The programs that serve models, as far as they are told apart. */
public enum ServerKind {
    VLLM("vLLM"),
    SGLANG("SGLang"),
    LLAMA_CPP("llama.cpp"),
    LLAMA_CPP_PYTHON("llama-cpp-python"),
    TGI("Text Generation Inference"),
    OTHER("OpenAI-compatible");

    private final String label;

    ServerKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
