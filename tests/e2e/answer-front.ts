import { Agent, createServer, request } from 'node:http'

/** What a server answered, to be shown in a browser as if it had just come. */
export type Answered = { address: string; status: number; headers: Record<string, string>; body: string }

/**
 * Stands before a site and hands on what is asked of it, except for answers that came already: those are shown at an address of their own,
 * once. A browser keeps what may be kept, as it would of the site itself, which it does not where its requests are looked into.
 */
export async function startFront(site: string) {
  const answers = new Map<string, Answered>()
  const agent = new Agent({ keepAlive: true })
  const server = createServer((asked, answer) => {
    const address = asked.url ?? '/'
    const known = answers.get(address)
    if (known !== undefined) {
      answer.writeHead(known.status, known.headers).end(known.body)
      return
    }
    const onward = request(site + address, { method: asked.method, agent, headers: { ...asked.headers, host: new URL(site).host } })
    onward.once('response', (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers)
      came.pipe(answer)
    })
    onward.once('error', () => answer.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  let nth = 0
  return {
    url: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    /** Where the answer is shown until it is taken away. */
    keep(answer: Answered): { address: string; forget: () => void } {
      nth += 1
      const address = `${answer.address.split('?')[0]}?shown=${nth}`
      answers.set(address, answer)
      return { address, forget: () => answers.delete(address) }
    },
    end() {
      server.closeAllConnections()
      server.close()
      agent.destroy()
    },
  }
}
