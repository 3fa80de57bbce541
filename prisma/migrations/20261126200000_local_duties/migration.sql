-- CreateTable
CREATE TABLE "LocalDuty" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "supersedes" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "LocalDutyRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dutyId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "said" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "LocalDutyRevision_dutyId_fkey" FOREIGN KEY ("dutyId") REFERENCES "LocalDuty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LocalDutyFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dutyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "LocalDutyFile_dutyId_fkey" FOREIGN KEY ("dutyId") REFERENCES "LocalDuty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LocalDutyStep" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "dutyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "revisionId" TEXT,
    "body" TEXT,
    "fileId" TEXT,
    "fingerprint" TEXT,
    "successor" TEXT,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "LocalDutyStep_dutyId_fkey" FOREIGN KEY ("dutyId") REFERENCES "LocalDuty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "LocalDuty_placeId_number_key" ON "LocalDuty"("placeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "LocalDutyRevision_dutyId_nth_key" ON "LocalDutyRevision"("dutyId", "nth");

-- CreateIndex
CREATE INDEX "LocalDutyFile_dutyId_idx" ON "LocalDutyFile"("dutyId");

-- CreateIndex
CREATE UNIQUE INDEX "LocalDutyStep_dutyId_kind_key" ON "LocalDutyStep"("dutyId", "kind");
