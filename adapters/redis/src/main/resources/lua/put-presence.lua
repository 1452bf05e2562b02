-- Keeps what is known of one tab, in place of what was known; forgets tabs unheard of for `lives_for`
-- and, above `most` tabs, the one unheard of longest. A repeat changes nothing more.
-- Answers { number of tabs }.
local presence = KEYS[1]
local tab, known, now = ARGV[1], ARGV[2], tonumber(ARGV[3])
local lives_for, most = tonumber(ARGV[4]), tonumber(ARGV[5])

redis.call('HSET', presence, tab, ARGV[3] .. ' ' .. known)
local all, heard = redis.call('HGETALL', presence), {}
for place = 1, #all, 2 do
  table.insert(heard, { all[place], tonumber(string.match(all[place + 1], '^%d+')) })
end
table.sort(heard, function(one, other) return one[2] > other[2] end)
for rank, entry in ipairs(heard) do
  local is_other = entry[1] ~= tab
  if is_other and (rank > most or entry[2] + lives_for <= now) then
    redis.call('HDEL', presence, entry[1])
  end
end
redis.call('PEXPIRE', presence, lives_for)
return { redis.call('HLEN', presence) }
