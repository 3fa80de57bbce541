import { connect, createServer, type Socket } from 'node:net'

/** What a phone's network does: all of it; nothing; or it carries what is asked, and no answer comes back. */
type State = 'whole' | 'cut' | 'deaf'

/** The network between a phone and the server. Its address stays, whatever happens to it and whichever server it leads to. */
export type Line = {
  url: string
  set: (state: State) => void
  leadTo: (url: string) => void
  close: () => void
}

export async function lineTo(url: string): Promise<Line> {
  let state: State = 'whole'
  let port = Number(new URL(url).port)
  const open = new Set<Socket>()
  const held = (socket: Socket): Socket => {
    open.add(socket)
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket))
  }
  const drop = () => {
    for (const socket of open) socket.destroy()
  }
  const server = createServer((asking) => {
    held(asking)
    if (state === 'cut') return asking.destroy()
    const answering = held(connect(port, '127.0.0.1'))
    asking.pipe(answering)
    answering.on('data', (part) => {
      if (state === 'whole') asking.write(part)
      else asking.destroy()
    })
    answering.on('close', () => asking.destroy())
    asking.on('close', () => answering.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    set: (next) => {
      state = next
      if (next === 'cut') drop()
    },
    leadTo: (next) => {
      port = Number(new URL(next).port)
      drop()
    },
    close: () => {
      drop()
      server.close()
    },
  }
}
