import { Agent, get, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 60 })

type Answer = { status: number; location: string; body: string }

function ask(method: 'GET' | 'POST', url: string, cookie: string, body?: string): Promise<Answer> {
  const origin = new URL(url).origin
  return new Promise((resolve, reject) => {
    const headers = {
      Cookie: cookie,
      Origin: origin,
      ...(body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }),
    }
    const sent = request(url, { method, agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** One whole sitting: start, twenty answers saved one by one, hand in. */
async function sit(url: string, cookie: string, seat: string): Promise<void> {
  const start = await ask('POST', `${url}/courses/pre-job/paper`, cookie, `seat=${seat}`)
  const paper = /\/papers\/[^/?]+/.exec(start.location)?.[0]
  if (!paper) throw new Error(`a paper did not start: ${start.status}`)
  for (let question = 1; question <= 20; question += 1) {
    const saved = await ask('POST', `${url}${paper}/answers`, cookie, `was${question}=%3F&q${question}=0`)
    if (saved.status >= 500 || saved.status === 404) throw new Error(`an answer was not saved: ${saved.status} ${saved.body.slice(0, 200)}`)
  }
  const done = await ask('POST', `${url}${paper}/submit`, cookie, 'sure=yes')
  if (done.status >= 400) throw new Error(`a paper was not handed in: ${done.status}`)
}

/** Whole papers a second with `atOnce` people sitting at the same time. */
export async function paperRate(url: string, people: { cookie: string; seat: string }[], atOnce: number): Promise<number> {
  const waiting = [...people]
  const started = performance.now()
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await sit(url, next.cookie, next.seat)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return people.length / ((performance.now() - started) / 1000)
}

/** Waits until the server answers. */
export async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const ok = await new Promise<boolean>((resolve) => {
      get(`${url}/healthz`, (response) => {
        response.resume()
        resolve(response.statusCode === 200)
      }).on('error', () => resolve(false))
    })
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the server did not answer')
}
