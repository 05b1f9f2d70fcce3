import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import bcrypt from "bcrypt";
import express from "express";
import sharp from "sharp";

const folder = process.env.PICTURES ?? "/tmp";
const secret = await bcrypt.hash(process.env.PASSWORD ?? "change me", 12);
const app = express();

app.get("/health", (_request, response) => {
  response.json({ status: "ok" });
});

app.put("/pictures/:name", express.raw({ type: "image/*", limit: "10mb" }), async (request, response) => {
  const password = request.get("x-password") ?? "";
  if (!(await bcrypt.compare(password, secret))) return response.sendStatus(403);
  const { name } = request.params;
  if (!/^[\w-]+$/.test(name)) return response.sendStatus(400);
  const thumbnail = await sharp(request.body).rotate().resize(320, 320, { fit: "inside" }).webp().toBuffer();
  await writeFile(join(folder, `${name}.webp`), thumbnail);
  response.status(201).json({ name, bytes: thumbnail.length });
});

app.listen(Number(process.env.PORT ?? 3000));
