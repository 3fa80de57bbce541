-- CreateTable
CREATE TABLE "Programme" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    CONSTRAINT "Programme_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProgrammeRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ProgrammeRevision_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProgrammeStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "once" TEXT,
    "detail" TEXT NOT NULL,
    CONSTRAINT "ProgrammeStep_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProgrammeMember" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedBy" TEXT NOT NULL,
    CONSTRAINT "ProgrammeMember_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProgrammeMemberEnd" (
    "memberId" TEXT NOT NULL PRIMARY KEY,
    "on" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ProgrammeMemberEnd_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "ProgrammeMember" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TrainingClass" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "makesUp" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    CONSTRAINT "TrainingClass_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ClassRevision_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "once" TEXT,
    "detail" TEXT NOT NULL,
    CONSTRAINT "ClassStep_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassInvitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ClassInvitation_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClassInvitation_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "ProgrammeMember" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "invitationId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "classroomId" TEXT,
    "why" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ClassAnswer_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "ClassInvitation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassSeat" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "classroomId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "asDeputy" BOOLEAN NOT NULL,
    "way" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ClassSeat_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassSeatEnd" (
    "seatId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    CONSTRAINT "ClassSeatEnd_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "ClassSeat" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassSitting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "closingId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "asDeputy" BOOLEAN NOT NULL,
    "on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL,
    CONSTRAINT "ClassSitting_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClassSitting_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Programme_placeId_slug_key" ON "Programme"("placeId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeRevision_programmeId_nth_key" ON "ProgrammeRevision"("programmeId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeStep_programmeId_nth_key" ON "ProgrammeStep"("programmeId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeStep_programmeId_once_key" ON "ProgrammeStep"("programmeId", "once");

-- CreateIndex
CREATE INDEX "ProgrammeMember_programmeId_subjectId_idx" ON "ProgrammeMember"("programmeId", "subjectId");

-- CreateIndex
CREATE INDEX "ProgrammeMember_unitId_idx" ON "ProgrammeMember"("unitId");

-- CreateIndex
CREATE INDEX "TrainingClass_programmeId_idx" ON "TrainingClass"("programmeId");

-- CreateIndex
CREATE UNIQUE INDEX "ClassRevision_classId_nth_key" ON "ClassRevision"("classId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "ClassStep_classId_nth_key" ON "ClassStep"("classId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "ClassStep_classId_once_key" ON "ClassStep"("classId", "once");

-- CreateIndex
CREATE INDEX "ClassInvitation_memberId_idx" ON "ClassInvitation"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ClassInvitation_classId_memberId_key" ON "ClassInvitation"("classId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ClassAnswer_invitationId_nth_key" ON "ClassAnswer"("invitationId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "ClassSeat_id_key" ON "ClassSeat"("id");

-- CreateIndex
CREATE INDEX "ClassSeat_classId_idx" ON "ClassSeat"("classId");

-- CreateIndex
CREATE INDEX "ClassSeat_personId_idx" ON "ClassSeat"("personId");

-- CreateIndex
CREATE INDEX "ClassSitting_programmeId_idx" ON "ClassSitting"("programmeId");

-- CreateIndex
CREATE INDEX "ClassSitting_closingId_idx" ON "ClassSitting"("closingId");

-- CreateIndex
CREATE INDEX "ClassSitting_personId_idx" ON "ClassSitting"("personId");
