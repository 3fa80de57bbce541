-- CreateTable
CREATE TABLE "Licence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" INTEGER,
    "direction" TEXT,
    "item" TEXT,
    "numberSealed" TEXT NOT NULL,
    "numberHash" TEXT NOT NULL,
    "printedName" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "firstIssuedOn" TEXT,
    "validFrom" TEXT,
    "validTo" TEXT,
    "reviewDue" TEXT,
    "photo" TEXT,
    "unitId" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "recordedBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "LicenceCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "licenceId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "on" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "page" TEXT,
    "result" TEXT NOT NULL,
    "note" TEXT,
    "nextDue" TEXT,
    "needsSecond" BOOLEAN NOT NULL,
    CONSTRAINT "LicenceCheck_licenceId_fkey" FOREIGN KEY ("licenceId") REFERENCES "Licence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LicenceConfirmation" (
    "checkId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "on" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "note" TEXT,
    CONSTRAINT "LicenceConfirmation_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "LicenceCheck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LicenceEnd" (
    "licenceId" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "on" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "replacedBy" TEXT,
    CONSTRAINT "LicenceEnd_licenceId_fkey" FOREIGN KEY ("licenceId") REFERENCES "Licence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GateToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "endedAt" DATETIME,
    "endedBy" TEXT
);

-- CreateTable
CREATE TABLE "GateCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "personId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "by" TEXT,
    "tokenId" TEXT,
    "way" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Licence_personId_idx" ON "Licence"("personId");

-- CreateIndex
CREATE INDEX "Licence_numberHash_idx" ON "Licence"("numberHash");

-- CreateIndex
CREATE INDEX "LicenceCheck_licenceId_idx" ON "LicenceCheck"("licenceId");

-- CreateIndex
CREATE UNIQUE INDEX "GateToken_hash_key" ON "GateToken"("hash");

-- CreateIndex
CREATE INDEX "GateToken_unitId_idx" ON "GateToken"("unitId");

-- CreateIndex
CREATE INDEX "GateCheck_personId_at_idx" ON "GateCheck"("personId", "at");

-- CreateIndex
CREATE INDEX "GateCheck_unitId_at_idx" ON "GateCheck"("unitId", "at");
