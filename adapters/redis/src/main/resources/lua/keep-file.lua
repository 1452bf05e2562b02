-- Makes a file known whose pieces are all there, unless one of this id is known already or the
-- conversation holds as much as it can: its pieces are forgotten then.
-- Answers { 'DONE' | 'GONE' | 'FULL' | 'KNOWN', what is known of the file }.
local conversation, files, bytes = KEYS[1], KEYS[2], KEYS[3]
local id, size, known, pieces = ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
local upload, files_max, bytes_max = ARGV[5], tonumber(ARGV[6]), tonumber(ARGV[7])
local kept_for, now = ARGV[8], tonumber(ARGV[9])

-- An upload whose answer was lost comes again as it was: its pieces are those that are known.
local function forget_pieces()
  for index = 0, pieces - 1 do
    redis.call('HDEL', bytes, upload .. ':' .. index)
  end
end

local version, expires, was_erased =
  unpack(redis.call('HMGET', conversation, 'version', 'expires', 'erased'))
if not version or was_erased or (expires and tonumber(expires) <= now) then
  forget_pieces()
  return { 'GONE', '' }
end
local before = redis.call('HGET', files, id)
if before then
  if before ~= known then
    forget_pieces()
  end
  return { 'KNOWN', before }
end
local total = size
for _, other in ipairs(redis.call('HVALS', files)) do
  total = total + tonumber(cjson.decode(other).size)
end
if redis.call('HLEN', files) >= files_max or total > bytes_max then
  forget_pieces()
  return { 'FULL', '' }
end
-- A closed conversation may end sooner than a file is kept.
local left = tonumber(kept_for)
if expires then
  left = math.min(left, tonumber(expires) - now)
end
redis.call('HSET', files, id, known)
redis.call('PEXPIRE', files, left)
redis.call('PEXPIRE', bytes, left)
return { 'DONE', known }
