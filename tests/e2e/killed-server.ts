import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { get } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort, sampleVariable } from './server'

const root = path.resolve(import.meta.dirname, '../..')

/** A copy of the sample street whose clock stands at this instant. */
export function sampleAt(instant: Date): { data: string; setClock: (instant: Date) => void; remove: () => void } {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-e2e-killed-'))
  fs.cpSync(process.env[sampleVariable] ?? '', data, { recursive: true })
  const clock = path.join(data, 'clock')
  const setClock = (at: Date) => {
    fs.writeFileSync(`${clock}.part`, at.toISOString())
    fs.renameSync(`${clock}.part`, clock)
  }
  setClock(instant)
  return { data, setClock, remove: () => fs.rmSync(data, { recursive: true, force: true }) }
}

const statusOf = (address: string) =>
  new Promise<number>((resolve) => {
    get(address, { agent: false }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
      answer.once('error', () => resolve(0))
    }).once('error', () => resolve(0))
  })

/** A built server that is killed and begun again on the same data and port. */
export class KilledServer {
  private child: ChildProcess | null = null
  private began = 0
  private text = ''
  /** What it said of faults of its own. */
  readonly faults: string[] = []

  private constructor(
    readonly url: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  static async on(data: string): Promise<KilledServer> {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const settings = { MINGBAI_DATA: data, MINGBAI_MODE: 'sample', MINGBAI_CLOCK: path.join(data, 'clock'), MINGBAI_PROXIES: '1' }
    return new KilledServer(url, { ...process.env, ...settings, PORT: String(port), NODE_ENV: 'production' })
  }

  begin(): void {
    this.began = performance.now()
    this.child = spawn(process.execPath, ['build/serve.js'], { cwd: root, env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.child.stdout, this.child.stderr])
      if (stream !== null) createInterface({ input: stream }).on('line', (line) => this.hear(line))
  }

  /** Milliseconds from the beginning of the process until it says that it is well, and until it has answered with a page. */
  async serving(): Promise<{ well: number; page: number }> {
    const until = async (address: string) => {
      while ((await statusOf(this.url + address)) !== 200) {
        if (this.child?.exitCode !== null || performance.now() - this.began > 60_000) throw new Error(`it does not serve: ${this.text}`)
        await pause(10)
      }
      return performance.now() - this.began
    }
    const well = await until('/healthz')
    return { well, page: await until('/sign-in') }
  }

  /** Milliseconds from the beginning of the process to an instant; infinite where there was none. */
  took(instant: number | null): number {
    return instant === null ? Number.POSITIVE_INFINITY : instant - this.began
  }

  /** Ends the process as a power cut does: nothing of it runs any more. */
  kill(): Promise<void> {
    return this.end('SIGKILL').then(() => undefined)
  }

  end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<number | null> {
    const { child } = this
    if (child === null || child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child?.exitCode ?? null)
    return new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill(signal)
    })
  }

  private hear(line: string): void {
    this.text = `${this.text}${line}\n`.slice(-5_000)
    if (/"level":(?:50|60)/.test(line) || !line.startsWith('{')) this.faults.push(line)
  }
}
