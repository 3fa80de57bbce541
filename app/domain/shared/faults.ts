/** The thing is not there, or not in the asker's scope: the two are answered alike. */
export class NotFound extends Error {
  constructor() {
    super('not found')
  }
}

/** The asker is known and the thing is his to see, but this act is not his. */
export class Forbidden extends Error {
  constructor() {
    super('forbidden')
  }
}

/** Why the database took nothing: another process holds it, the disk is full, it may only be read, or the disk fails. */
export type WhyNotSaved = 'busy' | 'full' | 'readOnly' | 'disk'

/** Nothing of this was saved, through no fault of the asker's; reading goes on. */
export class NotSaved extends Error {
  constructor(readonly why: WhyNotSaved) {
    super(`not saved: ${why}`)
  }
}
