-- CreateTable
CREATE TABLE "PracticalAssessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "checklist" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PracticalObserver" (
    "assessmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "as" TEXT NOT NULL,

    PRIMARY KEY ("assessmentId", "personId"),
    CONSTRAINT "PracticalObserver_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "PracticalAssessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PracticalSheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "observerId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "marks" TEXT NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "receivedAt" DATETIME NOT NULL,
    "receivedBy" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    CONSTRAINT "PracticalSheet_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "PracticalAssessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PracticalOutcome" (
    "assessmentId" TEXT NOT NULL PRIMARY KEY,
    "round" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "on" TEXT NOT NULL,
    "failed" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "evidenceId" TEXT,
    CONSTRAINT "PracticalOutcome_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "PracticalAssessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PracticalEnd" (
    "assessmentId" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "PracticalEnd_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "PracticalAssessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PracticalAssessment_unitId_idx" ON "PracticalAssessment"("unitId");

-- CreateIndex
CREATE INDEX "PracticalAssessment_personId_idx" ON "PracticalAssessment"("personId");

-- CreateIndex
CREATE INDEX "PracticalObserver_personId_idx" ON "PracticalObserver"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "PracticalSheet_assessmentId_observerId_round_key" ON "PracticalSheet"("assessmentId", "observerId", "round");
