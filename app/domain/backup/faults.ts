/**
 * Why a backup cannot be used, or could not be made.
 * `notBackup` another kind of file · `newer` made by a later version · `wrongKey` sealed with another key · `damaged` altered, cut or
 * longer than it was · `entries` names or an order that no backup has · `database` the copy inside does not hold · `figures` the copy is
 * not what the backup says of itself · `occupied` the folder holds something already · `brokenOff` a restore broke off there ·
 * `otherKey` MINGBAI_KEY is another than the one inside · `elsewhere` DATABASE_URL points elsewhere · `noKey` no key was given · `busy`
 * another backup is being made · `noDatabase` there is nothing to back up.
 */
export type BackupTrouble =
  | 'notBackup'
  | 'newer'
  | 'wrongKey'
  | 'damaged'
  | 'entries'
  | 'database'
  | 'figures'
  | 'occupied'
  | 'brokenOff'
  | 'otherKey'
  | 'elsewhere'
  | 'noKey'
  | 'keyForm'
  | 'busy'
  | 'noDatabase'

/** A backup that is refused; nothing was put in place. */
export class BackupRefused extends Error {
  constructor(
    readonly why: BackupTrouble,
    readonly detail: string = '',
  ) {
    super(detail === '' ? why : `${why}: ${detail}`)
  }
}
