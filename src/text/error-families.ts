/**
 * Families of error codes. A page that names one in `families` is found by each of its codes, and by the classes of
 * exceptions that are named after them; a family that is not in this table is the beginning of a code: `ORA-014`.
 */
export const FAMILIES: Readonly<Record<string, string>> = {
  'kafka/availability':
    'LEADER_NOT_AVAILABLE NOT_LEADER_OR_FOLLOWER NOT_LEADER_FOR_PARTITION REPLICA_NOT_AVAILABLE BROKER_NOT_AVAILABLE ' +
    'NOT_ENOUGH_REPLICAS NOT_ENOUGH_REPLICAS_AFTER_APPEND KAFKA_STORAGE_ERROR PREFERRED_LEADER_NOT_AVAILABLE ELIGIBLE_LEADERS_NOT_AVAILABLE ' +
    'OFFSET_OUT_OF_RANGE FENCED_LEADER_EPOCH UNKNOWN_LEADER_EPOCH STALE_BROKER_EPOCH LOG_DIR_NOT_FOUND CORRUPT_MESSAGE NOT_CONTROLLER ' +
    'OFFSET_NOT_AVAILABLE UNCLEAN_LEADER_ELECTION UNDER_MIN_ISR OFFLINE_PARTITIONS DisconnectException BrokerNotFoundException ' +
    'LogTruncationException OffsetOutOfRangeException NoOffsetForPartitionException',
  'kafka/consumer-group':
    'COORDINATOR_NOT_AVAILABLE COORDINATOR_LOAD_IN_PROGRESS NOT_COORDINATOR GROUP_COORDINATOR_NOT_AVAILABLE GROUP_LOAD_IN_PROGRESS REBALANCE_IN_PROGRESS ILLEGAL_GENERATION ' +
    'UNKNOWN_MEMBER_ID MEMBER_ID_REQUIRED FENCED_INSTANCE_ID INCONSISTENT_GROUP_PROTOCOL GROUP_MAX_SIZE_REACHED GROUP_ID_NOT_FOUND ' +
    'NON_EMPTY_GROUP INVALID_SESSION_TIMEOUT FENCED_MEMBER_EPOCH STALE_MEMBER_EPOCH UNRELEASED_INSTANCE_ID UNSTABLE_OFFSET_COMMIT ' +
    'CommitFailedException RetriableCommitFailedException RebalanceInProgressException RecordDeserializationException',
  'kafka/producer-order':
    'OUT_OF_ORDER_SEQUENCE_NUMBER DUPLICATE_SEQUENCE_NUMBER INVALID_PRODUCER_EPOCH PRODUCER_FENCED UNKNOWN_PRODUCER_ID ' +
    'INVALID_PRODUCER_ID_MAPPING INVALID_TXN_STATE CONCURRENT_TRANSACTIONS TRANSACTION_COORDINATOR_FENCED ProducerFencedException ' +
    'OutOfOrderSequenceException InvalidPidMappingException',
  'spark/memory':
    'SparkOutOfMemoryError ExecutorLostFailure ExecutorDeadException MetadataFetchFailedException FetchFailedException KryoBufferOverflow ' +
    'MemoryError OOMKilled OutOfMemoryError java.lang.OutOfMemoryError MEMORY_LIMIT_EXCEEDED UNABLE_TO_ACQUIRE_MEMORY',
  'sql/division':
    'DIVIDE_BY_ZERO DIVISION_BY_ZERO SparkArithmeticException ZeroDivisionError DivisionByZero DivideByZeroException ORA-01476 22012 8134',
  'sql/cast':
    'CAST_INVALID_INPUT CAST_OVERFLOW INVALID_TEXT_REPRESENTATION InvalidTextRepresentation IntCastingNaNError NumericValueOutOfRange 22P02 22003 22018',
  'sql/null': 'NOT_NULL_VIOLATION NotNullViolation NULL_NOT_ALLOWED ORA-01400 23502',
  'sql/duplicate-key':
    'UNIQUE_VIOLATION UniqueViolation DUPLICATE_KEY DuplicateKeyException ORA-00001 23505 1062',
  'sql/canceled':
    'QUERY_CANCELED QueryCanceled STATEMENT_TIMEOUT SERIALIZATION_FAILURE SerializationFailure DeadlockDetected InFailedSqlTransaction 57014 40001 40P01 25P02',
  'files/missing': 'PATH_NOT_FOUND PATH_ALREADY_EXISTS PARTITIONS_ALREADY_EXIST PARTITIONS_NOT_FOUND',
}
