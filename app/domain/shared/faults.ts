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
