-- Certificates get serials in the order in which they were issued, and keep the name and the unit that were printed on them.
CREATE TABLE "RevocationKept" AS SELECT * FROM "CertificateRevocation";
DELETE FROM "CertificateRevocation";

CREATE TABLE "CertificateNew" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "serial" INTEGER NOT NULL,
    "token" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "printedName" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "printedUnit" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "passedOn" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

INSERT INTO "CertificateNew" ("id", "serial", "token", "number", "personId", "printedName", "unitId", "printedUnit", "position", "course",
    "evidenceId", "attemptId", "edition", "passedOn", "issuedAt")
SELECT c."id", ROW_NUMBER() OVER (ORDER BY c."issuedAt", c."id"), c."token", c."number", c."personId", COALESCE(p."name", ''), c."unitId",
    COALESCE(u."name", ''), c."position", c."course", c."evidenceId", c."attemptId", 1, c."passedOn", c."issuedAt"
FROM "Certificate" c LEFT JOIN "Person" p ON p."id" = c."personId" LEFT JOIN "Unit" u ON u."id" = c."unitId";

DROP TABLE "Certificate";
ALTER TABLE "CertificateNew" RENAME TO "Certificate";
INSERT INTO "CertificateRevocation" ("certificateId", "at", "on", "by", "reason")
SELECT "certificateId", "at", "on", "by", "reason" FROM "RevocationKept";
DROP TABLE "RevocationKept";

-- CreateTable
CREATE TABLE "SerialCounter" (
    "kind" TEXT NOT NULL PRIMARY KEY,
    "last" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "CertificateCorrection" (
    "certificateId" TEXT NOT NULL PRIMARY KEY,
    "replacesId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CertificateGap" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "why" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CertificateBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ask" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "left" TEXT NOT NULL,
    "bytes" INTEGER,
    "askedBy" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "fault" TEXT
);

INSERT INTO "SerialCounter" ("kind", "last") SELECT 'certificate', COUNT(*) FROM "Certificate";

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_serial_key" ON "Certificate"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_token_key" ON "Certificate"("token");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE INDEX "Certificate_personId_idx" ON "Certificate"("personId");

-- CreateIndex
CREATE INDEX "Certificate_unitId_passedOn_idx" ON "Certificate"("unitId", "passedOn");

-- CreateIndex
CREATE INDEX "Certificate_passedOn_idx" ON "Certificate"("passedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_attemptId_edition_key" ON "Certificate"("attemptId", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "CertificateCorrection_replacesId_key" ON "CertificateCorrection"("replacesId");

-- CreateIndex
CREATE INDEX "CertificateBatch_askedBy_idx" ON "CertificateBatch"("askedBy");

-- CreateIndex
CREATE INDEX "CertificateBatch_finishedAt_idx" ON "CertificateBatch"("finishedAt");
