import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { bareServerSource } from './floors'

export type Load = { url: string; headers?: Record<string, string>; addresses?: boolean }

/** Average requests a second of one address under 50 connections; every answer must be a 2xx. */
export async function rate({ url, headers = {}, addresses = false }: Load, seconds: number): Promise<number> {
  let caller = 0
  const result = await autocannon({
    url,
    connections: 50,
    duration: seconds,
    headers,
    ...(addresses
      ? {
          requests: [
            {
              setupRequest: (request) => {
                caller += 1
                return {
                  ...request,
                  headers: { ...request.headers, 'x-forwarded-for': `10.${(caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255}` },
                }
              },
            },
          ],
        }
      : {}),
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`)
  return result.requests.average
}

/** Rate of a bare node:http server that sends the same bytes under the same load, measured now. */
export async function bareRate(body: Buffer, seconds: number, load: Omit<Load, 'url'> = {}): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-'))
  const file = path.join(folder, 'body')
  fs.writeFileSync(file, body)
  const script = path.join(folder, 'bare.cjs')
  fs.writeFileSync(script, bareServerSource())
  const child: ChildProcess = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((resolve) => child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())))
  try {
    return await rate({ url: `http://127.0.0.1:${port}/`, ...load }, seconds)
  } finally {
    child.kill()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
