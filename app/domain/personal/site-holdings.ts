import type { Holding } from './holding'

/** Drills and roll calls. */
export const drillHoldings: readonly Holding[] = [
  { table: 'DrillPlan', by: ['createdBy', 'drillId'], words: ['body', 'changed'] },
  { table: 'Drill', by: ['createdBy'] },
  { table: 'DrillRevision', by: ['by'], words: ['body'] },
  { table: 'DrillStep', of: ['personId'], by: ['by'], words: ['detail'] },
  { table: 'FolderBatch', by: ['askedBy'], words: ['ask', 'left', 'fault'] },
  { table: 'RollCall', by: ['createdBy', 'subjectId'] },
  { table: 'RollList', by: ['by'], words: ['entries', 'roles'] },
  { table: 'RollStation', of: ['personId'], withheld: ['secret', 'code'] },
  { table: 'RollEvent', of: ['personId', 'accountId'], by: ['carriedBy'], words: ['said'] },
  { table: 'RollArrival', about: 'a code that arrived, held for ten minutes; who claimed it is in the next table' },
  { table: 'RollArrivalClaim', of: ['personId'], by: ['eventId', 'browser'], withheld: ['arrivalId', 'browser'] },
]

/** Control rooms, their shifts and their log. */
export const watchHoldings: readonly Holding[] = [
  { table: 'ControlRoom', by: ['createdBy', 'endedBy'], words: ['name'] },
  { table: 'RoomTrait', by: ['recordedBy', 'endedBy'] },
  { table: 'RoomException', by: ['recordedBy', 'endedBy'], words: ['proof'] },
  { table: 'WatchShift', by: ['createdBy'] },
  { table: 'WatchShiftRemoval', by: ['by'] },
  { table: 'WatchSeat', of: ['personId'], by: ['addedBy', 'swapId'] },
  { table: 'WatchSeatRemoval', under: { column: 'seatId', table: 'WatchSeat' }, by: ['by', 'swapId'] },
  { table: 'WatchSwap', of: ['toPersonId'], by: ['seatId', 'otherSeatId', 'askedBy'], words: ['note'] },
  { table: 'WatchSwapAnswer', under: { column: 'swapId', table: 'WatchSwap' }, by: ['by'] },
  { table: 'WatchHandover', of: ['personId'], by: ['by', 'entryId'] },
  { table: 'WatchSignature', of: ['personId'], by: ['by'], words: ['snapshot'] },
  { table: 'WatchEntry', of: ['personId'], by: ['by', 'supersedes'], words: ['detail'] },
]

/** Hot work. A worker from outside has no record here: he is found by the number of a licence of his. */
export const hotWorkHoldings: readonly Holding[] = [
  {
    table: 'HotWorkPermit',
    of: ['guardPersonId', 'guardPostId', 'applicantId'],
    by: ['requestedBy'],
    clearWhere: {
      guardName: { names: ['guardPersonId', 'guardPostId'], to: 'marker' },
      applicantName: { names: ['applicantId'], to: 'marker' },
    },
    words: ['place', 'work', 'machine', 'measures'],
  },
  {
    table: 'HotWorkWorker',
    of: ['personId', 'postId'],
    alike: 'numberHash',
    clear: { name: 'marker', employer: 'nothing', numberSealed: 'sealedMarker', numberHash: 'nothing', issuer: 'nothing' },
    sealed: ['numberSealed'],
    withheld: ['numberHash'],
  },
  { table: 'HotWorkStep', of: ['personId'], by: ['by', 'workerId'], clear: { name: 'marker' }, words: ['detail'] },
]

/** Trainings in classes. What somebody answered about a class is kept apart from who answered. */
export const classHoldings: readonly Holding[] = [
  { table: 'Programme', by: ['createdBy'] },
  { table: 'ProgrammeRevision', by: ['by'], words: ['body'] },
  { table: 'ProgrammeStep', by: ['by'], words: ['detail'] },
  { table: 'ProgrammeMember', of: ['subjectId'], by: ['addedBy'], words: ['why'] },
  { table: 'ProgrammeMemberEnd', under: { column: 'memberId', table: 'ProgrammeMember' }, by: ['by'], words: ['reason'] },
  { table: 'TrainingClass', by: ['createdBy'] },
  { table: 'ClassRevision', by: ['by'], words: ['body'] },
  { table: 'ClassStep', by: ['by'], words: ['detail'] },
  { table: 'ClassInvitation', under: { column: 'memberId', table: 'ProgrammeMember' }, by: ['by'] },
  { table: 'ClassAnswer', of: ['personId'], by: ['by', 'invitationId'], words: ['why'] },
  { table: 'ClassSeat', of: ['personId'], by: ['by'] },
  { table: 'ClassSeatEnd', under: { column: 'seatId', table: 'ClassSeat' }, by: ['by'], words: ['why'] },
  { table: 'ClassSitting', of: ['personId'], by: ['closingId'] },
  { table: 'TrainingEntry', by: ['createdBy'] },
  { table: 'TrainingEntryRevision', by: ['by'], words: ['body'] },
  { table: 'TrainingEntryEnd', by: ['by'], words: ['reason'] },
  { table: 'ClassMark', of: ['personId'], by: ['by'] },
  { table: 'ClassTest', by: ['createdBy'] },
  { table: 'ClassTestRevision', by: ['by'], words: ['body'] },
  { table: 'ClassTestStep', by: ['by'] },
  { table: 'ClassTestCode', by: ['by'] },
  { table: 'ClassPaper', of: ['personId'] },
  { table: 'ClassPaperQuestion', under: { column: 'paperId', table: 'ClassPaper' } },
  { table: 'ClassPaperClosing', under: { column: 'paperId', table: 'ClassPaper' } },
  { table: 'ClassFeedbackGiven', of: ['personId'] },
  { table: 'ClassFeedback', about: 'answers of nobody in particular', words: ['clear', 'unclear', 'more'] },
]
