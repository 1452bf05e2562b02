-- Holds a desk's budget until a moment, at which one post is allowed and no burst. Only the first
-- bucket is held: all of them are needed for a post. A shorter pause than the one that lasts
-- changes nothing. Answers { when that bucket is full again }.
local budget = KEYS[1]
local until_moment, lives_for, between, burst =
  tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])

local full_at = {}
for moment in string.gmatch(redis.call('GET', budget) or '0', '%S+') do
  full_at[#full_at + 1] = moment
end
local held = math.max(tonumber(full_at[1]), until_moment + between * (burst - 1))
full_at[1] = string.format('%.3f', held)
redis.call('SET', budget, table.concat(full_at, ' '), 'PX', lives_for)
return { full_at[1] }
