import { SMTPServer } from 'smtp-server'

/** take: as it should. later, never: says so of the letter. nobody: of the address. drop: the line breaks when the letter is there. hang: it says nothing. */
export type Manner = 'take' | 'later' | 'never' | 'nobody' | 'drop' | 'hang'
export type Received = { to: string; messageId: string; head: string; subject: string; text: string }

function coded(error: string, responseCode: number): Error {
  return Object.assign(new Error(error), { responseCode })
}

function parsed(raw: string, to: string): Received {
  const at = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ')
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
  const subject = field('Subject').replace(/=\?UTF-8\?B\?([^?]*)\?=\s*/gi, (_whole, text: string) =>
    Buffer.from(text, 'base64').toString('utf8'),
  )
  return { to, head, subject, messageId: field('Message-ID'), text: Buffer.from(raw.slice(at), 'base64').toString('utf8') }
}

/** A real mail server on this machine that behaves as it is told; `letters` are those that reached it whole, whatever it said of them. */
export async function openMailServer(port: number) {
  const letters: Received[] = []
  let manner: Manner = 'take'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'county' && password === 'p@ss' ? done(null, { user: 'county' }) : done(coded('535 no', 535)),
    onRcptTo: (_address, _session, done) => (manner === 'nobody' ? done(coded('No such mailbox', 550)) : done()),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (manner === 'later') return done(coded('Try again later', 451))
        if (manner === 'never') return done(coded('We do not like it', 554))
        letters.push(parsed(Buffer.concat(parts).toString('latin1'), session.envelope.rcptTo[0]?.address ?? ''))
        if (manner === 'hang') return
        if (manner === 'drop') {
          for (const connection of server.connections) connection.close()
          return
        }
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  return {
    letters,
    behave: (next: Manner) => {
      manner = next
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}
export type MailServer = Awaited<ReturnType<typeof openMailServer>>
