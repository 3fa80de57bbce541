import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { TryEnd } from '~/domain/notices/mail-tries'
import { settings } from '~/env.server'

export type Letter = {
  to: string
  subject: string
  text: string
  /** The same on every try, so that a receiver can fold a second copy into the first. */
  messageId: string
  date: Date
  /** Where digests are ended with one click (RFC 8058); null for a letter that is no digest. */
  unsubscribeUrl: string | null
}

/** What the line or the server says went wrong. */
type Fault = Error & {
  code?: string | undefined
  response?: string | undefined
  responseCode?: number | undefined
  command?: string | undefined
}

/** Milliseconds that a server is waited for: to answer at all, and from one answer to the next. */
export type Patience = { first: number; next: number }
const patience: Patience = { first: 15_000, next: 60_000 }

/** What became of a letter. reached: the server answered. said: its words. */
export type Handed = { kind: TryEnd; said: string; reached: boolean }

export const mailIsSetUp = (): boolean => settings().smtpUrl !== null

const host = (): string => new URL(settings().publicUrl).hostname
/** A sender that no setting names. */
const fallbackSender = (): string => `mingbai@${host()}`

/** The name by which mail systems know a letter. */
export const messageIdOf = (mailId: string): string => `<${mailId}@${host()}>`

function connectionTo(smtpUrl: string, { first, next }: Patience) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl)
  const secure = protocol === 'smtps:'
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    name: host(),
    connectionTimeout: first,
    greetingTimeout: first,
    socketTimeout: next,
    dnsTimeout: first,
  })
  const login = username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  return { connection, login }
}

async function composed({ to, subject, text, messageId, date, unsubscribeUrl }: Letter) {
  const from = settings().mailFrom ?? fallbackSender()
  const oneClick = { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  const headers = { 'Auto-Submitted': 'auto-generated', ...(unsubscribeUrl === null ? {} : oneClick) }
  const message = new MailComposer({
    from,
    to,
    subject,
    text,
    messageId,
    date,
    headers,
    textEncoding: 'base64',
    encoding: 'base64',
  }).compile()
  return { envelope: message.getEnvelope(), bytes: await message.build() }
}

const words = (fault: Fault): string => (fault.response ?? fault.message).replace(/[\p{Cc}]+/gu, ' ').slice(0, 300)

/**
 * What a fault means. A server that says no to the address or the letter for good has refused; where it says so of us (our name, our
 * password), or only for now, it is asked again. A line that breaks once the letter has been written leaves a doubt.
 */
function endOf(fault: Fault, isWritten: boolean): Handed {
  const { responseCode: code, command } = fault
  const said = words(fault)
  if (code === undefined) return { kind: isWritten ? 'doubt' : 'later', said, reached: isWritten }
  const isOurs = fault.code === 'EAUTH' || (command !== 'RCPT TO' && command !== 'DATA')
  return { kind: code >= 500 && !isOurs ? 'refused' : 'later', said, reached: true }
}

/** Hands a letter to the server of SMTP_URL and says what became of it. Never throws for what a server does. */
export async function handOver(letter: Letter, waits: Patience = patience): Promise<Handed> {
  const { smtpUrl } = settings()
  if (smtpUrl === null) return { kind: 'later', said: 'SMTP_URL', reached: false }
  const { envelope, bytes } = await composed(letter)
  const { connection, login } = connectionTo(smtpUrl, waits)
  let isWritten = false
  const body = new Readable({
    read() {
      isWritten = true
      this.push(bytes)
      this.push(null)
    },
  })
  return new Promise<Handed>((resolve) => {
    const end = (handed: Handed): void => {
      resolve(handed)
      connection.close()
    }
    const failed = (fault: Fault): void => end(endOf(fault, isWritten))
    const send = (): void =>
      connection.send({ from: envelope.from, to: letter.to }, body, (fault, info) => {
        if (fault) return failed(fault)
        resolve({ kind: 'taken', said: info.response.slice(0, 300), reached: true })
        connection.quit()
      })
    connection.on('error', failed)
    connection.once('end', () => failed(new Error('the connection was closed')))
    connection.connect((fault) => {
      if (fault) return failed(fault)
      if (login === null) return send()
      connection.login(login, (refused) => (refused ? failed(refused) : send()))
    })
  })
}
