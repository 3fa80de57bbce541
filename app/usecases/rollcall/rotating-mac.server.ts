import { createHmac } from 'node:crypto'
import type { Mac } from '~/domain/rollcall/rotating-code'

/** The server's own HMAC for codes that change; a phone makes the same with its own. */
export const rotatingMac: Mac = (secret, text) => createHmac('sha256', secret).update(text).digest()
