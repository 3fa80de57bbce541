import cluster, { type Worker } from 'node:cluster'
import { randomBytes } from 'node:crypto'

/** Longer than a worker takes to answer what it was asked before it was told to stop. */
const mostForStopping = 20_000
/** A worker that ends sooner than this after its start is replaced after a rest, which doubles each time. */
const soon = 10_000
const firstRest = 200
const longestRest = 5_000
/** Who does not say what it does within this is left out. */
const mostForSaying = 1_500

type Said = { worker: number; text: string }
type Question = { from: Worker; ask: number; of: Set<number>; all: Said[]; timer: NodeJS.Timeout }

const say = (level: 30 | 40 | 50, msg: string, more: Record<string, unknown> = {}) =>
  process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), pid: process.pid, ...more, msg })}\n`)

/**
 * Keeps this many processes that serve the same address, and does nothing else: it opens no database. The first begins alone, because
 * it makes what an installation lacks; the others follow when it listens. One that ends is replaced; on SIGTERM and SIGINT all end what
 * they answer, and this process after the last of them.
 */
export function runWorkers(count: number): void {
  const alive = new Map<number, { worker: Worker; began: number; listens: boolean }>()
  const closed = new Set<number>()
  const questions = new Map<number, Question>()
  const salt = randomBytes(32).toString('base64')
  let isServing = false
  let isStopping = false
  let soonEnded = 0
  let asked = 0

  function begin() {
    if (isStopping) return
    const worker = cluster.fork({ MINGBAI_SIBLINGS: salt })
    alive.set(worker.id, { worker, began: performance.now(), listens: false })
    worker.on('error', (fault) => say(50, 'a worker cannot be reached', { worker: worker.id, fault: fault.message }))
  }

  function replace(began: number) {
    soonEnded = performance.now() - began < soon ? soonEnded + 1 : 0
    const rest = soonEnded === 0 ? 0 : Math.min(longestRest, firstRest * 2 ** (soonEnded - 1))
    setTimeout(begin, rest)
  }

  // Each takes its connections from the system by itself: one that this process had handed to a worker which is killed at that
  // instant would stay open and be answered by nobody.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  cluster.on('listening', ({ id }) => {
    const known = alive.get(id)
    if (known !== undefined) known.listens = true
    if (isServing) return
    isServing = true
    for (let nth = 1; nth < count; nth += 1) begin()
  })

  cluster.on('exit', (worker, code, signal) => {
    const known = alive.get(worker.id)
    alive.delete(worker.id)
    sayAllClosed()
    for (const question of questions.values()) hear(question, worker.id, null)
    if (isStopping) {
      if (alive.size === 0) process.exit(0)
      return
    }
    if (!isServing) process.exit(code || 1)
    say(50, 'a worker ended and is replaced', { worker: worker.id, code, signal })
    replace(known?.began ?? 0)
  })

  /** What a worker says about itself is passed on to the one that asked, with what the others said, once all have. */
  function hear(question: Question, worker: number, text: string | null) {
    if (!question.of.delete(worker)) return
    if (text !== null) question.all.push({ worker, text })
    if (question.of.size === 0) answer(question)
  }

  function answer({ from, ask, all, timer }: Question) {
    clearTimeout(timer)
    for (const [number, question] of questions) if (question.timer === timer) questions.delete(number)
    if (from.isConnected()) from.send({ kind: 'said', ask, all: [...all].sort((one, other) => one.worker - other.worker) })
  }

  function askAll(from: Worker, ask: number) {
    asked += 1
    const number = asked
    const listening = [...alive.values()].filter(({ worker, listens }) => listens && worker.isConnected()).map(({ worker }) => worker)
    const of = new Set(listening.map(({ id }) => id))
    const question: Question = { from, ask, of, all: [], timer: setTimeout(() => answer(question), mostForSaying) }
    questions.set(number, question)
    for (const worker of listening) worker.send({ kind: 'say', ask: number })
  }

  /** Once the last of them takes no new connection, those that are kept can be told to come anew: they are refused, and by all. */
  function sayAllClosed() {
    if (!isStopping || ![...alive.keys()].every((id) => closed.has(id))) return
    for (const { worker } of alive.values()) if (worker.isConnected()) worker.send({ kind: 'allClosed' })
  }

  cluster.on('message', (worker, given: { kind?: unknown; ask?: unknown; text?: unknown }) => {
    if (typeof given !== 'object' || given === null) return
    if (given.kind === 'closed') {
      closed.add(worker.id)
      if (isStopping) sayAllClosed()
      else worker.send({ kind: 'allClosed' })
    }
    if (typeof given.ask !== 'number') return
    if (given.kind === 'ask') askAll(worker, given.ask)
    const question = given.kind === 'says' ? questions.get(given.ask) : undefined
    if (question !== undefined && typeof given.text === 'string') hear(question, worker.id, given.text)
  })

  function stop() {
    if (isStopping) return
    isStopping = true
    if (alive.size === 0) process.exit(0)
    // This process holds the common door too, and would be the last to: whoever came through it then would be cut off. So it lets go first.
    for (const { worker } of alive.values()) {
      worker.process.kill('SIGTERM')
      if (worker.isConnected()) worker.disconnect()
    }
    setTimeout(() => {
      for (const { worker } of alive.values()) worker.process.kill('SIGKILL')
    }, mostForStopping).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  say(30, 'workers begin', { workers: count })
  begin()
}
