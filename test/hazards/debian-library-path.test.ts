import { expect, it } from "vitest";
import { findingsOf } from "../rules/analyze";

it("tells once of a script that is written in place, which is copied and started", () => {
  const script = "#!/bin/sh\nexport LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2\n";
  const text = `FROM python:3.13-slim\nCOPY <<EOF /start.sh\n${script}EOF\nCMD ["/start.sh"]\n`;
  const messages = findingsOf(text, "debian-library-path").map(({ message }) => message);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^The file that is written here names/);
});
