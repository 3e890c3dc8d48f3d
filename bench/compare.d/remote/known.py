"""A server of completions whose service time is known: python known.py PORT SLOTS MILLISECONDS

It reads so many prompts at once, each in so long; the others wait. The log-probability of a token is a function of its id.
"""

import asyncio
import json
import random
import sys


def log(token):
    return -(token * 7919 % 100 + 1) / 25


def answer(prompts, question):
    choices = []
    for index, prompt in enumerate(prompts):
        said = random.choices(range(5, 100), k=question["max_tokens"])
        choices.append(
            {
                "index": index,
                "text": "x",
                "finish_reason": "length",
                "token_ids": said,
                "logprobs": {"token_logprobs": [log(token) for token in said]},
                "prompt_logprobs": [None] + [{str(token): {"logprob": log(token)}} for token in prompt[1:]],
            }
        )
    return {"model": "known", "choices": choices}


async def serve(reader, writer, slots, seconds):
    async def read():
        async with slots:
            await asyncio.sleep(seconds)

    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            lines = head.decode().split("\r\n")
            length = next((int(line[15:]) for line in lines if line.lower().startswith("content-length:")), 0)
            body = await reader.readexactly(length)
            if body:
                question = json.loads(body)
                prompts = question["prompt"]
                prompts = prompts if isinstance(prompts[0], list) else [prompts]
                await asyncio.gather(*(read() for _ in prompts))
                found = answer(prompts, question)
            else:
                found = {"data": [{"id": "known", "owned_by": "vllm", "max_model_len": 4096}]}
            text = json.dumps(found).encode()
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(text), text))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main(port, count, milliseconds):
    slots = asyncio.Semaphore(int(count))
    server = await asyncio.start_server(
        lambda reader, writer: serve(reader, writer, slots, float(milliseconds) / 1e3), "127.0.0.1", int(port), backlog=1024
    )
    print("ready", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
