"""Loads what training has saved, whole models and adapters, with transformers and PEFT, and compares the logits.

Unlike its neighbours it makes nothing: it stops with an error where a family's logits differ.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from peft import PeftModel
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM

sys.path.append(str(Path(__file__).resolve().parents[1] / "compare.d"))
import machine  # noqa: E402

TOLERANCE = 1e-4


def difference(model, expected):
    with torch.no_grad():
        logits = model(expected["ids"].long().unsqueeze(0)).logits[0]
    return (logits - expected["logits"]).abs().max().item()


def whole(model, folder):
    return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()


def adapted(model, folder):
    base = AutoModelForCausalLM.from_pretrained(model, dtype=torch.float32, attn_implementation="eager").eval()
    tuned = PeftModel.from_pretrained(base, folder).eval()
    lost = [name for name, one in tuned.named_parameters() if "lora_B" in name and not one.any()]
    assert not lost, f"{folder}: {lost[0]} was not loaded, or lies beside a module that was not trained"
    return tuned


def main(root):
    models = root / "model-torch/src/test/resources/families"
    worst = 0.0
    with tempfile.TemporaryDirectory() as results:
        java = subprocess.run([root / ".mvn/find-jdk"], check=True, stdout=subprocess.PIPE, text=True)
        os.environ["JAVA_HOME"] = java.stdout.strip()
        subprocess.run([root / "bench/build"], check=True)
        subprocess.run(machine.java("SavedModels", models, results), check=True)
        for saved in sorted(Path(results).iterdir()):
            for kind, load in {"whole": whole, "adapter": adapted}.items():
                folder = saved / kind
                found = difference(load(models / saved.name, folder), load_file(folder / "logits.safetensors"))
                print(f"{saved.name:20} {kind:8} largest difference of logits {found:.1e}", flush=True)
                worst = max(worst, found)
    assert worst < TOLERANCE, f"logits differ by {worst}, more than {TOLERANCE}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
