import type { Holding } from './holding'

/** Places, units, people, their ways in and their rights, and what is written down of acts. */
export const peopleHoldings: readonly Holding[] = [
  { table: 'Place', about: 'a place' },
  { table: 'Unit', about: 'a unit', words: ['endReason'] },
  { table: 'UnitTrait', about: 'what a unit is' },
  {
    table: 'Person',
    of: ['id', 'mergedIntoId'],
    clear: { name: 'marker', phone: 'nothing', idCipher: 'nothing', idHash: 'nothing' },
    sealed: ['idCipher'],
    withheld: ['idHash'],
  },
  { table: 'Post', of: ['personId'] },
  { table: 'JoinCode', about: 'the code of a unit' },
  { table: 'JoinRequest', of: ['personId'], by: ['decidedBy', 'postId'], clear: { name: 'marker', phone: 'empty' } },
  { table: 'Account', of: ['id', 'personId'], clear: { phone: 'nothing', passwordHash: 'nothing' }, withheld: ['passwordHash'] },
  { table: 'Session', of: ['accountId'], drop: true, withheld: ['id'] },
  { table: 'Slip', of: ['accountId'], by: ['createdBy'], drop: true, withheld: ['codeHash'] },
  { table: 'Grant', of: ['accountId'], by: ['grantedBy'] },
  { table: 'FirstCode', about: 'a code of an empty installation' },
  { table: 'AuditEntry', of: ['actor', 'targetId'], words: ['detail'] },
  { table: 'Installation', about: 'the installation' },
  { table: 'Epoch', about: 'the installation', words: ['reason'] },
  { table: 'Erasure', of: ['personId'], by: ['by'] },
  { table: 'ErasureSweep', about: 'when the file of the database was written anew' },
  {
    table: 'CorrectionRequest',
    of: ['personId', 'accountId'],
    by: ['unitId'],
    clear: { sealed: 'sealedMarker', why: 'empty' },
    sealed: ['sealed'],
  },
  { table: 'CorrectionAnswer', under: { column: 'requestId', table: 'CorrectionRequest' }, by: ['by'], clear: { reason: 'empty' } },
  { table: 'RetentionDay', about: 'how many rows went on a day' },
]

/** Duties and the evidence that they were met. Evidence holds ids and codes only: it is never changed. */
export const dutyHoldings: readonly Holding[] = [
  { table: 'DutyAdoption', by: ['adoptedBy'] },
  { table: 'Waiver', of: ['subjectId'], by: ['grantedBy'], words: ['reason'] },
  { table: 'StandingChange', by: ['subjectId'], about: 'ids of what changed, for working out again' },
  { table: 'EvidenceEntry', of: ['subjectId'], by: ['recordedBy', 'sourceId'], withheld: ['previous', 'hash', 'entry'] },
  { table: 'ChainCheck', about: 'a check of the evidence' },
  { table: 'PlanAdoption', by: ['adoptedBy', 'endedBy'] },
  { table: 'TaskAssignment', of: ['postId'], by: ['assignedBy', 'endedBy'] },
  { table: 'NamedMingbai', of: ['postId'], by: ['namedBy', 'endedBy'] },
  { table: 'SliceAssignment', of: ['postId'], by: ['assignedBy', 'endedBy'] },
  { table: 'TipSent', by: ['sentBy'], words: ['title', 'text'] },
  { table: 'TipPlace', about: 'a place a tip went to' },
  { table: 'GateToken', by: ['createdBy', 'endedBy'], words: ['name'], withheld: ['hash'] },
  { table: 'GateCheck', of: ['personId', 'postId'], by: ['by'], words: ['because'] },
]

/** What people of a county or street wrote themselves. What was published or approved is public in words, and stays as it was. */
export const localHoldings: readonly Holding[] = [
  { table: 'LocalDuty', by: ['createdBy'] },
  { table: 'LocalDutyRevision', by: ['by'], words: ['said'] },
  { table: 'LocalDutyFile', by: ['by'], words: ['name'], withheld: ['sealed'] },
  { table: 'LocalDutyStep', by: ['by'], words: ['reason'] },
  { table: 'LocalQuestion', by: ['by'] },
  { table: 'LocalQuestionRevision', by: ['by'], words: ['body'] },
  { table: 'LocalQuestionVerdict', by: ['by'], words: ['note'] },
  { table: 'LocalQuestionStep', by: ['by'], words: ['reason'] },
  { table: 'BankImport', by: ['by'], words: ['fileName', 'fault', 'said', 'unread'] },
  { table: 'BankImportLine', about: 'a question of a file that was brought' },
]

/** Posters: scans are counted and nobody is named. */
export const posterHoldings: readonly Holding[] = [
  { table: 'PosterSite', by: ['createdBy', 'endedBy'], words: ['name'] },
  { table: 'PosterCode', by: ['createdBy', 'endedBy'] },
  { table: 'ScanTally', about: 'how often a code was scanned, on a day' },
  { table: 'PosterReport', by: ['handledBy'], words: ['note'] },
  { table: 'PosterPack', by: ['askedBy'], words: ['ask', 'refused', 'fault'] },
]
