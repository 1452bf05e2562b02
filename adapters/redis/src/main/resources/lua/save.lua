-- Saves everything that one event changes, or nothing. An event whose id was seen changes nothing,
-- so a repeat after a lost reply is harmless.
-- Answers { outcome }, the name of a constant of `Saved`; an error reply for messages that do not
-- fit the transcript, before anything is written.
local conversation, transcript, posts = KEYS[1], KEYS[2], KEYS[3]
local seen, journal, presence, tokens = KEYS[4], KEYS[5], KEYS[6], KEYS[7]
local ready, wake, files, bytes = KEYS[8], KEYS[9], KEYS[10], KEYS[11]
local FIRST_OUTBOX = 12
-- Lanes whose effects name nobody: what they owe outlives an erasure.
local NAMELESS = { figures = true, events = true }

local id, event, expected, now = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local state, wake_at, expires, erased_for = ARGV[5], ARGV[6], ARGV[7], tonumber(ARGV[8])
local appended, replaced = cjson.decode(ARGV[9]), cjson.decode(ARGV[10])
local links, owed = cjson.decode(ARGV[11]), cjson.decode(ARGV[12])
local settled_lane, settled_lease, settled = ARGV[13], ARGV[14], cjson.decode(ARGV[15])
local entry, lanes, read_max = ARGV[16], cjson.decode(ARGV[17]), tonumber(ARGV[18])

local HOUR = 3600 * 1000
local DAY = 24 * HOUR
local SEEN_FOR, SEEN_MAX = 48 * HOUR, 1000
local JOURNAL_FOR, JOURNAL_MAX = 400 * DAY, 10000
local FILES_FOR = 7 * DAY
local BEYOND_ALL_TIME = 9e15

local outbox = {}
for index, lane in ipairs(lanes) do
  outbox[lane] = KEYS[FIRST_OUTBOX + index - 1]
end

local function lease_end(lane)
  local till = redis.call('HGET', conversation, 'until:' .. lane)
  return till and tonumber(till) > now and till
end

local function settlement_is_ours()
  return redis.call('HGET', conversation, 'lease:' .. settled_lane) == settled_lease
end

local function settle()
  local gone, list = {}, outbox[settled_lane]
  for _, effect in ipairs(settled) do
    gone[effect] = true
  end
  for _, waiting in ipairs(redis.call('LRANGE', list, 0, read_max - 1)) do
    if gone[string.match(waiting, '^%S+')] then
      redis.call('LREM', list, 1, waiting)
    end
  end
  local sealed = redis.call('HGET', conversation, 'sealed:' .. settled_lane)
  if sealed and gone[cjson.decode(sealed).last] then
    redis.call('HDEL', conversation, 'sealed:' .. settled_lane)
  end
  if redis.call('EXISTS', list) == 0 then
    redis.call('ZREM', ready, settled_lane .. ':' .. id)
  end
end

-- An entry is `<effect id> <since> <JSON>`.
local function is_the_same(waiting, effect)
  local what = '^%S+ %S+ (.*)$'
  return waiting and string.match(waiting, what) == string.match(effect, what)
end

-- A lane that is ready, postponed or leased already keeps its moment: NX.
local function owe(lane, effect, latest_wins)
  local till = lease_end(lane)
  if latest_wins == '1' and not till and is_the_same(redis.call('LINDEX', outbox[lane], -1), effect)
  then
    return
  end
  redis.call('RPUSH', outbox[lane], effect)
  redis.call('ZADD', ready, 'NX', till or now, lane .. ':' .. id)
end

local function remember_event()
  local forever = string.sub(event, 1, 4) == 'say:'
  redis.call('ZADD', seen, forever and BEYOND_ALL_TIME or now, event)
  redis.call('ZREMRANGEBYSCORE', seen, '-inf', now - SEEN_FOR)
  local surplus = redis.call('ZCOUNT', seen, '-inf', '(' .. BEYOND_ALL_TIME) - SEEN_MAX
  if surplus > 0 then
    redis.call('ZREMRANGEBYRANK', seen, 0, surplus - 1)
  end
  redis.call('RPUSH', journal, entry)
  redis.call('LTRIM', journal, -JOURNAL_MAX, -1)
  redis.call('PEXPIRE', journal, JOURNAL_FOR)
end

-- What the figures and the firm's warehouse are owed stays: it names nobody, and sums would be wrong
-- without it. Whoever has leased such a lane may still settle it.
local function erase()
  local kept = {}
  for lane, _ in pairs(NAMELESS) do
    for _, field in ipairs({ 'lease:' .. lane, 'until:' .. lane }) do
      kept[field] = redis.call('HGET', conversation, field) or nil
    end
  end
  redis.call('DEL', conversation, transcript, posts, seen, presence, tokens)
  redis.call('UNLINK', files, bytes)
  redis.call('ZREM', wake, id)
  for lane, list in pairs(outbox) do
    if not NAMELESS[lane] then
      redis.call('DEL', list)
      redis.call('ZREM', ready, lane .. ':' .. id)
    end
  end
  redis.call('HSET', conversation, 'state', state, 'version', expected + 1, 'erased', 1)
  redis.call('HSET', conversation, 'expires', now + erased_for)
  for field, value in pairs(kept) do
    redis.call('HSET', conversation, field, value)
  end
  for _, effect in ipairs(owed) do
    if NAMELESS[effect[1]] then
      owe(effect[1], effect[2], effect[3])
    end
  end
  redis.call('PEXPIRE', conversation, erased_for)
  for lane, _ in pairs(NAMELESS) do
    redis.call('PEXPIRE', outbox[lane], erased_for)
  end
end

local function live_until(moment)
  local kept = { conversation, transcript, posts, seen }
  for _, list in pairs(outbox) do
    table.insert(kept, list)
  end
  if moment == '' then
    redis.call('HDEL', conversation, 'expires')
    for _, key in ipairs(kept) do
      redis.call('PERSIST', key)
    end
    return
  end
  local left = math.max(1, moment - now)
  redis.call('HSET', conversation, 'expires', moment)
  for _, key in ipairs(kept) do
    redis.call('PEXPIRE', key, left)
  end
  for _, key in ipairs({ presence, tokens, files, bytes }) do
    if redis.call('PTTL', key) > left then
      redis.call('PEXPIRE', key, left)
    end
  end
end

local version, old_expires, was_erased =
  unpack(redis.call('HMGET', conversation, 'version', 'expires', 'erased'))
if not version or was_erased or (old_expires and tonumber(old_expires) <= now) then
  if was_erased and NAMELESS[settled_lane] and settlement_is_ours() then
    settle()
  end
  return { 'GONE' }
end
local seen_at = redis.call('ZSCORE', seen, event)
if seen_at and tonumber(seen_at) > now - SEEN_FOR then
  if settled_lane ~= '' and settlement_is_ours() then
    settle()
  end
  return { 'ALREADY_HANDLED' }
end
if settled_lane ~= '' and not settlement_is_ours() then
  return { 'LEASE_LOST' }
end
if version ~= expected then
  return { 'SOMEBODY_WAS_FASTER' }
end

local length = redis.call('LLEN', transcript)
for index, message in ipairs(appended) do
  if tonumber(message[1]) ~= length + index then
    return redis.error_reply('a new message does not follow the last')
  end
end
for _, message in ipairs(replaced) do
  if tonumber(message[1]) < 1 or tonumber(message[1]) > length + #appended then
    return redis.error_reply('a changed message is not in the transcript')
  end
end

remember_event()
if erased_for > 0 then
  erase()
  return { 'DONE' }
end
redis.call('HSET', conversation, 'state', state, 'version', expected + 1)
for _, message in ipairs(appended) do
  redis.call('RPUSH', transcript, message[2])
end
for _, message in ipairs(replaced) do
  redis.call('LSET', transcript, message[1] - 1, message[2])
end
for _, link in ipairs(links) do
  redis.call('HSET', posts, 'p:' .. link[1], table.concat(link[2], ','))
  for _, seq in ipairs(link[2]) do
    redis.call('HSET', posts, 's:' .. seq, link[1])
  end
end
if settled_lane ~= '' then
  settle()
end
for _, effect in ipairs(owed) do
  owe(effect[1], effect[2], effect[3])
end
if wake_at == '' then
  redis.call('ZREM', wake, id)
else
  redis.call('ZADD', wake, wake_at, id)
end
live_until(expires)
-- What was sent before the first word was to go with an unused conversation.
if expires == '' and old_expires then
  redis.call('PEXPIRE', files, FILES_FOR)
  redis.call('PEXPIRE', bytes, FILES_FOR)
end
return { 'DONE' }
